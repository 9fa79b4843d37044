package pl.obieg.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import pl.obieg.process.StaffDirectory;

/** The staff at work without a pause: takes every user task of a tax case and completes it, each person with own rights. */
public final class AutoStaff implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AutoStaff.class);

    /** Who does which task. */
    private static final Map<String, String> PERSON = Map.of(
            "zadekretuj-pismo", "wojtek",
            "przygotuj-wymiar", "piotr",
            "sprawdz-i-zatwierdz-decyzje", "anna");

    private final IdentityService identity;
    private final TaskService tasks;
    private final StaffDirectory directory;

    private AutoStaff(ApplicationContext office) {
        this.identity = office.getBean(IdentityService.class);
        this.tasks = office.getBean(TaskService.class);
        this.directory = office.getBean(StaffDirectory.class);
    }

    /** Starts working in a thread of its own; interrupt it to send the staff home. */
    public static Thread work(ApplicationContext office) {
        Thread thread = new Thread(new AutoStaff(office), "auto-staff");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            if (round() == 0) {
                rest();
            }
        }
    }

    private int round() {
        int done = 0;
        for (Map.Entry<String, String> duty : PERSON.entrySet()) {
            try {
                done += asPerson(duty.getValue(), duty.getKey());
            } catch (RuntimeException collision) {
                LOG.info("{} will try again: {}", duty.getValue(), collision.toString());
            }
        }
        return done;
    }

    private int asPerson(String person, String taskKey) {
        identity.setAuthentication(person, List.copyOf(directory.groupsOf(person)));
        try {
            List<Task> open = tasks.createTaskQuery().taskDefinitionKey(taskKey).listPage(0, 50);
            open.forEach(task -> complete(task, person));
            return open.size();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void complete(Task task, String person) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), person);
        }
        tasks.complete(task.getId(), fields(task.getTaskDefinitionKey()));
    }

    private static Map<String, Object> fields(String taskKey) {
        return switch (taskKey) {
            case "zadekretuj-pismo" ->
                Map.of(
                        "orgUnit",
                        "FN",
                        "clerk",
                        "piotr",
                        "taskDeadline",
                        LocalDate.now().plusDays(20).toString(),
                        "instruction",
                        "Proszę o wymiar podatku.");
            case "sprawdz-i-zatwierdz-decyzje" -> Map.of("approval", "ZATWIERDZ");
            default -> Map.of();
        };
    }

    private static void rest() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException home) {
            Thread.currentThread().interrupt();
        }
    }
}
