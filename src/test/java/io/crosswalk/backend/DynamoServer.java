package io.crosswalk.backend;

import java.net.URI;
import java.util.ServiceLoader;

/** A DynamoDB that has the template's tables, under the names of the defaults. */
public interface DynamoServer {
    /** The system property that says which it is. */
    String KIND = "crosswalk.test.dynamodb";

    /** So the tables are called as in the code's defaults. */
    String STACK = "crosswalk";

    /** Whose tables are there: moto and LocalStack keep those of each region apart. */
    String REGION = "us-east-1";

    /** Where it is asked: on loopback, or where a container's port is to be found. */
    URI endpoint();

    void close() throws Exception;

    /** Those that are only there in a profile of their own. */
    interface Maker {
        String kind();

        DynamoServer start() throws Exception;
    }

    /** Whether it is DynamoDB Local. */
    static boolean isLocal() {
        return kind().equals("local");
    }

    private static String kind() {
        return System.getProperty(KIND, "local");
    }

    /** A new one, empty. */
    static DynamoServer start() throws Exception {
        if (isLocal()) {
            return LocalServer.start();
        }
        String kind = kind();
        if (kind.equals("moto")) {
            return MotoServer.start();
        }
        for (Maker maker : ServiceLoader.load(Maker.class)) {
            if (maker.kind().equals(kind)) {
                return maker.start();
            }
        }
        throw new IllegalStateException("No DynamoDB of kind '" + kind + "' for tests");
    }
}
