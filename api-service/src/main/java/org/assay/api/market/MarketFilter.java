package org.assay.api.market;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an operation that lists markets: the parameters that every {@link MarketQuery} reads besides the venue. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "quote", in = ParameterIn.QUERY, ref = "quote")
@Parameter(name = "state", in = ParameterIn.QUERY, ref = "state")
@Parameter(name = "streamed", in = ParameterIn.QUERY, ref = "streamed")
@interface MarketFilter {}
