package pl.obieg.law;

import java.util.List;

/** A module's own check of a proposed law pack, such as: no council rate above the year's maximum. */
public interface PackGuard {

    /** @return Polish sentences about what forbids the pack; empty if nothing does */
    List<String> objections(ProposedTables tables);
}
