package pl.obieg.workplace;

import java.util.List;

/** What the start page shows besides the office itself on a developer's machine. In production nobody implements it. */
public interface OutsideLinks {

    /** Pages of the simulated outside world. */
    List<Link> pages();

    /** Sample accounts, shown with their passwords. */
    List<SampleAccount> accounts();

    /** A link with one sentence on what is there. */
    record Link(String label, String address, String description) {}

    /** An account of sample data. {@code role} is a Polish phrase: "Referent podatkowy". */
    record SampleAccount(String role, String userName, String password) {}
}
