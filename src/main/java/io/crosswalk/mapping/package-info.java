/**
 * Mappings, and what the CRMs' metadata makes of them.
 *
 * <p>Reading order: {@link io.crosswalk.mapping.Mapping}, {@link
 * io.crosswalk.mapping.StandardMappings}, {@link io.crosswalk.mapping.MappingStore}, {@link
 * io.crosswalk.mapping.MappingPlan}; {@link io.crosswalk.mapping.MappingStatuses}, {@code
 * MappingHealth}.
 *
 * <p>Invariant: a property and a field are each mapped at most once per object.
 */
@NullMarked
package io.crosswalk.mapping;

import org.jspecify.annotations.NullMarked;
