package io.crosswalk.sandbox.salesforce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row shows in a field: its own value, or what Salesforce works out when it is read. */
final class Derived {
    private Derived() {}

    /** Null for blank; address fields are built by {@link RowJson} alone. */
    static @Nullable Object value(Row row, Field field) {
        if (field.stored()) {
            return field.type() == FieldType.ID ? row.id() : row.get(field);
        }
        return switch (field.name()) {
            case "IsDeleted" -> row.deleted();
            case "Name" -> fullName(row);
            case "Full_Title__c" -> fullTitle(row);
            case "ExpectedRevenue" -> expectedRevenue(row);
            case "FiscalYear" -> number(closeDate(row), false);
            case "FiscalQuarter" -> number(closeDate(row), true);
            case "Fiscal" -> fiscal(closeDate(row));
            default -> null;
        };
    }

    private static @Nullable String joined(String separator, @Nullable String... parts) {
        String text =
                Stream.of(parts)
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(separator));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String fullName(Row row) {
        return joined(" ", row.text("FirstName"), row.text("LastName"));
    }

    private static @Nullable String fullTitle(Row row) {
        return joined(", ", fullName(row), row.text("Title"));
    }

    private static @Nullable Object expectedRevenue(Row row) {
        Object amount = row.get(row.type().field("Amount"));
        Object percent = row.get(row.type().field("Probability"));
        if (!(amount instanceof BigDecimal money) || !(percent instanceof BigDecimal chance)) {
            return null;
        }
        return money.multiply(chance).divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
    }

    private static @Nullable LocalDate closeDate(Row row) {
        String date = row.text("CloseDate");
        return date == null ? null : LocalDate.parse(date);
    }

    private static int quarter(LocalDate date) {
        return (date.getMonthValue() + 2) / 3;
    }

    private static @Nullable BigDecimal number(@Nullable LocalDate date, boolean quarter) {
        return date == null ? null : new BigDecimal(quarter ? quarter(date) : date.getYear());
    }

    private static @Nullable String fiscal(@Nullable LocalDate date) {
        return date == null ? null : date.getYear() + " " + quarter(date);
    }
}
