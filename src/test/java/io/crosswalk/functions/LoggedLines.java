package io.crosswalk.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What {@link ChangeLog} says until it is closed, of every level. */
final class LoggedLines extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(ChangeLog.class.getName());
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param ids what stands beside the text
     */
    record Line(String level, String text, Map<String, String> ids) {}

    LoggedLines() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<Line> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(
                new Line(
                        record.getLevel().getName(),
                        record.getMessage(),
                        ((ExtLogRecord) record).getMdcCopy()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
