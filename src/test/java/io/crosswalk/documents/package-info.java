/**
 * The pages that people read are held to the product: what they say to type is typed, what they
 * show is read.
 */
@NullMarked
package io.crosswalk.documents;

import org.jspecify.annotations.NullMarked;
