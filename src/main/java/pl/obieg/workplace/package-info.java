/**
 * The clerk's desk around Tasklist: the preview of a task's documents, what the cards of the list show, the figures of
 * the managers' page, the office's start page. It only reads, and shows nothing of a task that the signed-in user may
 * not see. The plugins that call it lie under {@code META-INF/resources/webjars/camunda}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Workplace",
        allowedDependencies = {"calendar", "process", "exchange", "documents", "law"})
package pl.obieg.workplace;
