package pl.obieg.process.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.StaffDirectory;

/** Keeps staff in the engine's own identity tables, so that administrators manage them in Admin. */
@Component
class EngineStaff implements StaffDirectory {

    /** Type of a group that is a unit of the office; its id is the symbol in case numbers: {@code FN}. */
    static final String UNIT = "KOMORKA";

    private static final String SAMPLE = "sample";

    private final IdentityService identity;

    EngineStaff(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean passwordMatches(String login, String password) {
        return identity.checkPassword(login, password);
    }

    @Override
    public Set<String> groupsOf(String login) {
        return identity.createGroupQuery().groupMember(login).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String nameOf(String login) {
        User user = identity.createUserQuery().userId(login).singleResult();
        return user == null ? login : name(user);
    }

    @Override
    public Map<String, String> names() {
        return identity.createUserQuery().unlimitedList().stream()
                .collect(Collectors.toUnmodifiableMap(User::getId, EngineStaff::name));
    }

    private static String name(User user) {
        return user.getFirstName() == null ? user.getId() : (user.getFirstName() + " " + user.getLastName()).strip();
    }

    @Override
    public Set<String> sampleLogins() {
        return identity.createUserQuery().unlimitedList().stream()
                .map(User::getId)
                .filter(login -> "true".equals(identity.getUserInfo(login, SAMPLE)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public void keepUnit(String symbol, String name) {
        Group unit = identity.createGroupQuery().groupId(symbol).singleResult();
        if (unit == null) {
            unit = identity.newGroup(symbol);
            unit.setType(UNIT);
        }
        unit.setName(name);
        identity.saveGroup(unit);
    }

    @Override
    @Transactional
    public void keepSample(String login, String firstName, String lastName, String password, Set<String> groups) {
        User user = identity.createUserQuery().userId(login).singleResult();
        if (user == null) {
            user = identity.newUser(login);
            user.setPassword(password);
        }
        user.setFirstName(firstName);
        user.setLastName(lastName);
        identity.saveUser(user);
        identity.setUserInfo(login, SAMPLE, "true");
        Set<String> present = groupsOf(login);
        groups.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identity.createMembership(login, group));
    }
}
