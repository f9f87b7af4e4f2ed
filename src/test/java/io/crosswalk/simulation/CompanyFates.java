package io.crosswalk.simulation;

import io.crosswalk.rules.Side;
import io.crosswalk.simulation.SimulatedRecord.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Companies are deleted, restored and merged, and their contacts with them: HubSpot takes a deleted
 * company off its contacts, Salesforce deletes the contacts of a deleted account, and in a merge
 * the winner gets the loser's contacts.
 */
final class CompanyFates {
    private final SimulatedCrm contacts;
    private final SimulatedCrm companies;
    private final String name;

    /** Whether HubSpot associates a company that is restored as it was; who knows? */
    private final boolean comesBackWithContacts;

    /** By company the numbers of the first changes after it was restored. */
    private final Map<String, List<Integer>> restored = new HashMap<>();

    /** By contact the account that it was deleted with. */
    private final Map<String, String> deletedWith = new HashMap<>();

    /**
     * @param name of what shows a contact's company
     */
    CompanyFates(
            SimulatedCrm contacts,
            SimulatedCrm companies,
            String name,
            boolean comesBackWithContacts) {
        this.contacts = contacts;
        this.companies = companies;
        this.name = name;
        this.comesBackWithContacts = comesBackWithContacts;
    }

    private List<SimulatedRecord> contactsOf(String company) {
        return contacts.records.values().stream()
                .filter(contact -> contact.value(name).equals(company))
                .toList();
    }

    void delete(String company) {
        companies.delete(company);
        for (SimulatedRecord contact : contactsOf(company)) {
            if (contacts.side == Side.HUBSPOT) {
                contacts.changeByItself(contact, name, "");
            } else if (!contact.deleted) {
                contacts.delete(contact.id);
                deletedWith.put(contact.id, company);
            }
        }
    }

    void restore(String company) {
        companies.restore(company);
        restored.computeIfAbsent(company, id -> new ArrayList<>()).add(companies.sequence[0]);
        for (SimulatedRecord contact : contacts.records.values()) {
            if (company.equals(deletedWith.get(contact.id))) {
                deletedWith.remove(contact.id);
                contacts.restore(contact.id);
            } else if (comesBackWithContacts && company.equals(takenOff(contact))) {
                contacts.changeByItself(contact, name, company);
            }
        }
    }

    /** The company that HubSpot took off a contact, if nobody has set one since. */
    private @Nullable String takenOff(SimulatedRecord contact) {
        List<Change> changes = contact.changes(name);
        int last = changes.size() - 1;
        return last > 0
                        && changes.get(last).value().isEmpty()
                        && contacts.byItself.contains(changes.get(last))
                ? changes.get(last - 1).value()
                : null;
    }

    void merge(String winner, String loser) {
        companies.merge(winner, loser);
        contactsOf(loser).forEach(contact -> contacts.changeByItself(contact, name, winner));
        if (companies.side == Side.HUBSPOT) {
            fill(companies.records.get(winner), companies.records.get(loser));
        }
    }

    /** The winner takes over what it lacks: the account that the loser names. */
    private void fill(SimulatedRecord winner, SimulatedRecord loser) {
        String account = loser.value(Companies.SALESFORCE_ID);
        if (winner.value(Companies.SALESFORCE_ID).isEmpty() && !account.isEmpty()) {
            companies.changeByItself(winner, Companies.SALESFORCE_ID, account);
        }
    }

    /**
     * Whether nobody can say any more that a company was taken off by its deletion: it was restored
     * before anybody looked (docs/simulation.md).
     *
     * @param blank what HubSpot did then
     */
    boolean wasRestoredUnseen(SimulatedRecord contact, Change blank, Change write) {
        return restored.getOrDefault(contact.value(name, blank.number()), List.of()).stream()
                .anyMatch(since -> since > blank.number() && since <= write.number());
    }

    /** Those that can be restored. */
    List<String> deleted() {
        return companies.records.values().stream()
                .filter(company -> company.deleted && company.mergedInto == null)
                .map(company -> company.id)
                .toList();
    }
}
