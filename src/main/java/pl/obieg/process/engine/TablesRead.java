package pl.obieg.process.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which tables, in which versions, the current transaction has read so far: a computation that is kept as a reason in it
 * rests on them, whether a step of a procedure asked them or a file import did.
 */
final class TablesRead implements TransactionSynchronization {

    private final Set<String> tables = new LinkedHashSet<>();

    private TablesRead() {}

    static void note(String name, int version) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            current().tables.add("„" + name + "”, wersja " + version);
        }
    }

    /** Polish phrases; empty outside a transaction. */
    static Set<String> soFar() {
        return TransactionSynchronizationManager.isSynchronizationActive() ? Set.copyOf(current().tables) : Set.of();
    }

    private static TablesRead current() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(TablesRead.class::isInstance)
                .map(TablesRead.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    TablesRead begun = new TablesRead();
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }
}
