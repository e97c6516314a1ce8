/** REST requests to venues, under each venue's request budget. */
@NullMarked
package org.assay.ingest.rest;

import org.jspecify.annotations.NullMarked;
