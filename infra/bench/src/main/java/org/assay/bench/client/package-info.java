/** The servers under measurement, as their clients see them. */
@NullMarked
package org.assay.bench.client;

import org.jspecify.annotations.NullMarked;
