/** Where the live service writes down what venues send. */
@NullMarked
package org.assay.ingest.capture;

import org.jspecify.annotations.NullMarked;
