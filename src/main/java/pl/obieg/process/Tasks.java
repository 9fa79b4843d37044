package pl.obieg.process;

import java.util.List;
import java.util.Optional;

/** The open user tasks, as far as the signed-in user may read them: another's task is as if it were not there. */
public interface Tasks {

    /** The task, if it is open and the signed-in user may read it. */
    Optional<TaskSummary> find(String taskId);

    /** Those of the tasks that are open and that the signed-in user may read, in any order. */
    List<TaskSummary> find(List<String> taskIds);
}
