package pl.obieg.delivery;

/**
 * What only a clerk knows about a delivery (inputs of D13).
 *
 * @param pickupAtOffice the addressee collects the letter at the office (DEL-01)
 * @param imprisoned the addressee is deprived of liberty (DEL-17)
 * @param attorneyProfessional a professional attorney acts (DEL-15)
 * @param attorneyAde the attorney's ADE, or {@code null}
 * @param paperAtOnce immediately enforceable, and paper was chosen (DEL-04)
 * @param electronicImpossible a thing, its size or a technical reason (DEL-17)
 */
public record Circumstances(
        boolean pickupAtOffice,
        boolean imprisoned,
        boolean attorneyProfessional,
        String attorneyAde,
        boolean paperAtOnce,
        boolean electronicImpossible) {}
