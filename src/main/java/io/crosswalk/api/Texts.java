package io.crosswalk.api;

/** Texts in documents: names, ids and options' values, which stand on one line. */
final class Texts {
    /** Longer than any name in either CRM. */
    private static final int LENGTH_MAX = 255;

    static final String FORM =
            "1 to " + LENGTH_MAX + " characters, none of them control characters";

    private Texts() {}

    static boolean isTaken(String text) {
        return !text.isBlank()
                && text.length() <= LENGTH_MAX
                && text.codePoints().allMatch(Texts::isCharacter);
    }

    private static boolean isCharacter(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
