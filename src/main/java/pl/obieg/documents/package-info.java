/**
 * Keeps the bytes of every letter by their digest, writes letters as PDF/A, seals them and checks signatures. Modules
 * keep document ids. It knows no domain.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"calendar", "process"})
package pl.obieg.documents;
