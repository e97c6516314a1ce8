/** The data folder: who uses it, for which kind of market data, and what runs in it. */
@NullMarked
package org.assay.standalone.folder;

import org.jspecify.annotations.NullMarked;
