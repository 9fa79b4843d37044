package pl.obieg.process;

import java.util.Map;
import java.util.Set;

/** The office's staff as the engine keeps them: who may sign in, and to which groups they belong. */
public interface StaffDirectory {

    /**
     * Checks a password; repeated failures are slowed down by the engine.
     *
     * @return whether the person is known and the password right
     */
    boolean passwordMatches(String login, String password);

    /** Groups of the person: {@code podatki}, {@code kierownictwo}, …; empty if unknown. */
    Set<String> groupsOf(String login);

    /** First and last name, or the login if unknown. */
    String nameOf(String login);

    /** First and last names of the whole staff by login. */
    Map<String, String> names();

    /** Logins of people that exist for local runs and tests only, with a password everybody knows. */
    Set<String> sampleLogins();

    /** Adds a unit of the office; {@code symbol} as in case numbers: {@code FN}. Its staff are members of its group. */
    void keepUnit(String symbol, String name);

    /** Adds a person of a local run, marked as such. */
    void keepSample(String login, String firstName, String lastName, String password, Set<String> groups);
}
