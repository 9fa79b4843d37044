package pl.obieg.calendar;

import java.util.Optional;

/** Where the table of free days lies that two persons have approved; it comes before the packaged one. */
public interface ApprovedFreeDays {

    /** The text of the file; empty while none was approved. */
    Optional<String> text();
}
