package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.MDC;

/**
 * What Lambda's Java runtime calls: has every line that is logged name the request. In a native
 * function Quarkus does so itself, under the same name.
 */
public final class JvmHandler extends FunqyStreamHandler {
    private static final String REQUEST = "AWSRequestId";

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        MDC.put(REQUEST, context.getAwsRequestId());
        try {
            super.handleRequest(event, answer, context);
        } finally {
            MDC.remove(REQUEST);
        }
    }
}
