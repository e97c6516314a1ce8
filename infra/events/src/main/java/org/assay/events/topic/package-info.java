/** The topics and how they are kept. */
@NullMarked
package org.assay.events.topic;

import org.jspecify.annotations.NullMarked;
