package pl.obieg.workplace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.view.freemarker.FreeMarkerConfigurer;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;
import pl.obieg.process.TaskSummary;
import pl.obieg.process.Tasks;

/** A desk with a few tasks and documents; it is 1 June 2026, noon in Warsaw. */
final class Desk implements Tasks, DocumentStore {

    static final OfficeClock CLOCK =
            new OfficeClock(Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC));

    private final Map<String, TaskSummary> tasks = new HashMap<>();
    private final Map<String, StoredDocument> documents = new HashMap<>();

    TaskSummary lay(TaskSummary task) {
        tasks.put(task.id(), task);
        return task;
    }

    static TaskSummary task(String id, String submissionId, String documentId, String draftDocumentId) {
        return new TaskSummary(
                id,
                "Przygotuj wymiar",
                "FN.3120.1.2026",
                submissionId,
                documentId,
                draftDocumentId,
                null,
                List.of(),
                null);
    }

    static TaskSummary task(String id, List<String> partyIds, LocalDate due) {
        return new TaskSummary(id, "Przygotuj wymiar", "FN.3120.1.2026", null, null, null, null, partyIds, due);
    }

    String put(String content, String fileName, String mediaType) {
        return put(content.getBytes(StandardCharsets.UTF_8), fileName, mediaType);
    }

    @Override
    public String put(byte[] content, String fileName, String mediaType) {
        String id = "d" + (documents.size() + 1);
        documents.put(id, new StoredDocument(id, fileName, mediaType, content));
        return id;
    }

    @Override
    public StoredDocument get(String id) {
        return Optional.ofNullable(documents.get(id)).orElseThrow(() -> new IllegalArgumentException("No " + id));
    }

    @Override
    public Optional<TaskSummary> find(String taskId) {
        return Optional.ofNullable(tasks.get(taskId));
    }

    @Override
    public List<TaskSummary> find(List<String> taskIds) {
        return taskIds.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The controller behind a web server with the application's templates. */
    static MockMvc serving(Object controller) {
        try {
            FreeMarkerConfigurer templates = new FreeMarkerConfigurer();
            templates.setTemplateLoaderPath("classpath:/templates/");
            templates.setDefaultEncoding("UTF-8");
            java.util.Properties settings = new java.util.Properties();
            settings.put("recognize_standard_file_extensions", "true");
            settings.put("url_escaping_charset", "UTF-8");
            settings.put("locale", "pl_PL");
            settings.put("number_format", "computer");
            templates.setFreemarkerSettings(settings);
            templates.setServletContext(new MockServletContext());
            templates.afterPropertiesSet();
            GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
            context.getBeanFactory().registerSingleton("templates", templates);
            context.refresh();
            FreeMarkerViewResolver views = new FreeMarkerViewResolver("", ".ftlh");
            views.setContentType("text/html;charset=UTF-8");
            views.setApplicationContext(context);
            return MockMvcBuilders.standaloneSetup(controller)
                    .setViewResolvers((name, locale) -> views.resolveViewName(name, locale))
                    .build();
        } catch (java.io.IOException | freemarker.template.TemplateException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What Spring hands over when these beans of the type exist. */
    static <T> ObjectProvider<T> beans(Class<T> type, List<T> beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        for (T bean : beans) {
            factory.addBean("bean" + factory.getBeanDefinitionCount(), bean);
        }
        return factory.getBeanProvider(type);
    }
}
