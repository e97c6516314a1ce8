package org.assay.api.list;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an operation that answers pages within {@link ListBounds#SERIES}: its parameters {@code limit} and {@code cursor}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "limit", in = ParameterIn.QUERY, ref = "series_limit")
@Parameter(name = "cursor", in = ParameterIn.QUERY, ref = "cursor")
public @interface PagedSeries {}
