/** What tests share; the embedded services also carry the standalone installation. */
@NullMarked
package org.assay.testkit;

import org.jspecify.annotations.NullMarked;
