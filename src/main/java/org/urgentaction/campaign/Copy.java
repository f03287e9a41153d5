package org.urgentaction.campaign;

import java.util.List;

/**
 * An embassy or other office that gets a copy, chosen by the writer's country.
 *
 * @param countries ISO 3166-1 alpha-2 codes or UN M.49 regions (150 Europe, 001 everywhere) of the
 *     writers it is for
 */
public record Copy(Target office, List<String> countries) {}
