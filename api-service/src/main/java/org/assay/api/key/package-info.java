/** API keys: their form, their issue, and the check of a presented one. */
@NullMarked
package org.assay.api.key;

import org.jspecify.annotations.NullMarked;
