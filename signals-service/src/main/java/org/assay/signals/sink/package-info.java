/** Stores what the topics say: the sinks' lifecycle, their failures, their progress and their health. */
@NullMarked
package org.assay.signals.sink;

import org.jspecify.annotations.NullMarked;
