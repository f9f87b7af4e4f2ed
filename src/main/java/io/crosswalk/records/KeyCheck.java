package io.crosswalk.records;

/**
 * Whether the bases in storage were made with the key that this process has. With another one none
 * of them fits, and every value that rightly differs would be written as a conflict.
 */
public interface KeyCheck {

    /**
     * The first one to ask decides which key it is.
     *
     * @throws IllegalStateException if it is another
     */
    void verify();
}
