@NullMarked
package org.assay.api;

import org.jspecify.annotations.NullMarked;
