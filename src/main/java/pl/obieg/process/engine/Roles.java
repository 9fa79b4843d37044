package pl.obieg.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The groups of the office, what each may do in the engine, and the filters of Tasklist. Written at every start and the
 * same each time; only groups get grants, since many personal ones would slow the task list.
 */
@Component
@Order(1)
class Roles implements SmartInitializingSingleton {

    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("kancelaria", "Kancelaria");
        GROUPS.put("kierownictwo", "Kierownictwo");
        GROUPS.put("podatki", "Referat podatków");
        GROUPS.put("ksiegowosc", "Księgowość");
        GROUPS.put("kurierzy", "Kurierzy");
        GROUPS.put("podpisujacy", "Podpisujący");
        GROUPS.put("analitycy", "Analitycy");
        GROUPS.put("zarzad", "Zarząd");
        GROUPS.put(Groups.CAMUNDA_ADMIN, "Administratorzy");
    }

    private static final List<String> CLERKS =
            List.of("kancelaria", "kierownictwo", "podatki", "ksiegowosc", "kurierzy", "podpisujacy");

    /** Procedures that a clerk may begin by hand in Tasklist, and whose group it is. */
    private static final Map<String, String> BEGUN_BY_HAND = Map.of(
            "zmiana-w-ciagu-roku", "podatki",
            "brakujace-deklaracje", "podatki",
            "rygor", "podatki",
            "zaliczenie-wplaty", "ksiegowosc");

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final TransactionTemplate transaction;

    Roles(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            GROUPS.forEach((id, name) -> keepGroup(id, name, "WORKFLOW"));
            keepFirstUnit();
            CLERKS.forEach(this::grantClerk);
            BEGUN_BY_HAND.forEach(this::grantStart);
            grantAnalysts();
            grantManagers();
            for (Resources resource : Resources.values()) {
                grant(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
            }
            keepFilters();
        });
    }

    /** The unit in which the property tax opens its cases; the others are made in Admin. */
    private void keepFirstUnit() {
        if (identity.createGroupQuery().groupType(EngineStaff.UNIT).count() == 0) {
            keepGroup("FN", "Referat podatków i finansów", EngineStaff.UNIT);
        }
    }

    private void keepGroup(String id, String name, String type) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
            group.setType(type);
        }
        group.setName(name);
        identity.saveGroup(group);
    }

    /** Tasks themselves are granted by the engine to the candidate group of each. */
    private void grantClerk(String group) {
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        grant(group, Resources.USER, ANY, Permissions.READ);
        grant(group, Resources.GROUP, ANY, Permissions.READ);
    }

    private void grantStart(String procedure, String group) {
        grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        grant(group, Resources.PROCESS_DEFINITION, procedure, Permissions.READ, Permissions.CREATE_INSTANCE);
    }

    private void grantAnalysts() {
        String group = "analitycy";
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    }

    private void grantManagers() {
        String group = "zarzad";
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK);
        grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    private void keepFilters() {
        // Tasklist opens on the first: what waits for somebody; heads and the registry hold nothing of their own.
        keepFilter(
                "Do przejęcia w mojej komórce",
                10,
                "Zadania mojej grupy, których nikt nie prowadzi",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .taskUnassigned());
        keepFilter(
                "Moje zadania",
                20,
                "Zadania, które prowadzę",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        keepFilter(
                "Moja komórka",
                30,
                "Wszystkie zadania mojej grupy, także prowadzone",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks());
        keepFilter(
                "Po terminie",
                40,
                "Zadania, których termin minął",
                tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    }

    private void keepFilter(String name, int priority, String description, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                priority,
                "description",
                description,
                "color",
                "#1b4f8a",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of()));
        filters.saveFilter(filter);
        for (String group : GROUPS.keySet()) {
            grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }
}
