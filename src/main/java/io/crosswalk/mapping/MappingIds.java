package io.crosswalk.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Ids of custom mappings: they tell what is mapped, and no two were ever the same. */
@ApplicationScoped
public class MappingIds {
    private static final String SUFFIX = "23456789abcdefghjkmnpqrstuvwxyz";

    /** 31^10 suffixes: a deleted mapping's id does not come back by chance. */
    private static final int SUFFIX_LENGTH = 10;

    private static final int NAME_LENGTH_MAX = 60;

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,120}");

    private final RandomGenerator random;

    public MappingIds(RandomGenerator random) {
        this.random = random;
    }

    /** Whether it can be one at all, of a standard mapping or a custom one. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** {@code contact-favourite-colour-7hq2mzk4x9}. */
    String next(String object, String property) {
        String name = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        StringBuilder id =
                new StringBuilder(object)
                        .append('-')
                        .append(name, 0, Math.min(NAME_LENGTH_MAX, name.length()))
                        .append('-');
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            id.append(SUFFIX.charAt(random.nextInt(SUFFIX.length())));
        }
        return id.toString();
    }
}
