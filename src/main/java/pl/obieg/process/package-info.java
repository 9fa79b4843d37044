/**
 * Runs the procedures: deploys their models, calls {@link pl.obieg.process.Operation operations}, keeps messages until a
 * procedure takes them. It is the only module that knows the engine, and hides it in {@code process.engine}. Every
 * other module may use its face.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Procedures",
        allowedDependencies = {"calendar"})
package pl.obieg.process;
