package io.crosswalk.backend;

import java.util.ServiceLoader;

/** A DynamoDB on this machine that has the template's tables, under the names of the defaults. */
public interface DynamoServer {
    /** So the tables are called as in the code's defaults. */
    String STACK = "crosswalk";

    /** On loopback. */
    int port();

    void close() throws Exception;

    /** Those that are only there in a profile of their own. */
    interface Maker {
        String kind();

        DynamoServer start() throws Exception;
    }

    /** A new one, empty. */
    static DynamoServer start() throws Exception {
        String kind = System.getProperty("crosswalk.test.dynamodb", "local");
        if (kind.equals("local")) {
            return LocalServer.start();
        }
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
