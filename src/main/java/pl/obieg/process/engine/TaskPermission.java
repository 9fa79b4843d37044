package pl.obieg.process.engine;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;

/**
 * What the group of a task may do with it: take it, give it back or hand it on, and finish it. The engine's own default
 * (update) would let them write any variable of the case past the form.
 */
enum TaskPermission implements Permission {
    TAKE_AND_FINISH;

    @Override
    public String getName() {
        return name();
    }

    @Override
    public int getValue() {
        return TaskPermissions.TASK_WORK.getValue() | TaskPermissions.TASK_ASSIGN.getValue();
    }

    @Override
    public Resource[] getTypes() {
        return new Resource[] {Resources.TASK};
    }
}
