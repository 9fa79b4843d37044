package pl.obieg.process;

/**
 * Files that belong to a procedure: letters, form mappings. Inside an {@link Operation} the file of the deployment that
 * the case began with is read, so a running case keeps its wording; elsewhere the one on the classpath.
 */
public interface ProcedureFiles {

    /**
     * @param path as in the repository: {@code letters/podatek-od-nieruchomosci/decyzja.ftlh}
     * @throws IllegalArgumentException if there is no such file
     */
    String text(String path);
}
