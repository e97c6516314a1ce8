/** Price paths with random access: any moment of any factor from a seed, without what came before. */
@NullMarked
package org.assay.simulator.path;

import org.jspecify.annotations.NullMarked;
