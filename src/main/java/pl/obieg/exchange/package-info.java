/**
 * What several systems of the office share: the client base (parties), submissions that arrived, and the facts modules
 * tell each other. Persons live here and nowhere else; other modules keep their ids. It knows no other domain module,
 * which is why all of them may use it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"calendar"})
package pl.obieg.exchange;
