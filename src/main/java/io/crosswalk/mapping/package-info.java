/**
 * Mappings, what can be done with them, and what the CRMs' metadata makes of them.
 *
 * <p>Reading order: {@link io.crosswalk.mapping.Mapping}, {@link
 * io.crosswalk.mapping.StandardMappings}, {@link io.crosswalk.mapping.Compatibility}, {@link
 * io.crosswalk.mapping.Mappings}, {@link io.crosswalk.mapping.Configurations}, {@link
 * io.crosswalk.mapping.MappingStore}; for sync {@link io.crosswalk.mapping.MappingPlan}; and for
 * people {@link io.crosswalk.mapping.MappingStatuses}, {@link io.crosswalk.mapping.PausedMappings}.
 *
 * <p>Invariant: a property and a field are each mapped at most once per object, and an object has
 * at most 500 mappings, whoever asks for what at the same time: everything that is configured for
 * an object is saved as a whole, on condition of the version that it was checked on.
 */
@NullMarked
package io.crosswalk.mapping;

import org.jspecify.annotations.NullMarked;
