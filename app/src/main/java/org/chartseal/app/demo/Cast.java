package org.chartseal.app.demo;

import java.util.List;
import java.util.Set;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.seal.OrganisationId;

/** Who is in the demonstration, patients apart. */
final class Cast {

  static final OrganisationId HANA = new OrganisationId(1);
  static final OrganisationId ST_MARY = new OrganisationId(2);
  static final OrganisationId MERIDIAN = new OrganisationId(3);
  static final OrganisationId CARD_OFFICE = new OrganisationId(4);

  static final Identity REGISTRAR =
      new Identity("registrar", IdentityRole.REGISTRAR, 0, "Registrar of the sample network");
  static final Identity HANA_CLINIC =
      new Identity("hana-clinic", IdentityRole.ORGANISATION, 1, "Hana Clinic");
  static final Identity ST_MARY_HOSPITAL =
      new Identity("st-mary", IdentityRole.ORGANISATION, 2, "St Mary Hospital");
  static final Identity MERIDIAN_PLAN =
      new Identity("meridian", IdentityRole.INSURER, 3, "Meridian Health Plan");
  static final Identity CARDS =
      new Identity("card-office", IdentityRole.ORGANISATION, 4, "Health Card Office");
  static final Identity KIM = new Identity("dr-kim", IdentityRole.CLINICIAN, 1, "Dr Kim Minji");
  static final Identity OKAFOR =
      new Identity("dr-okafor", IdentityRole.CLINICIAN, 2, "Dr Ada Okafor");

  /** An organisation and what it may do. */
  record Member(Identity identity, Set<OrganisationRole> roles) {}

  static final List<Member> ORGANISATIONS =
      List.of(
          new Member(HANA_CLINIC, Set.of(OrganisationRole.PROVIDER)),
          new Member(ST_MARY_HOSPITAL, Set.of(OrganisationRole.PROVIDER)),
          new Member(MERIDIAN_PLAN, Set.of(OrganisationRole.INSURER)),
          new Member(CARDS, Set.of(OrganisationRole.RELAY)));

  static final List<Identity> HOSPITALS = List.of(HANA_CLINIC, ST_MARY_HOSPITAL);

  static final List<Identity> CLINICIANS = List.of(KIM, OKAFOR);

  /** Everybody but the registrar, whose key file is the authority of the others' certificates. */
  static final List<Identity> STAFF =
      List.of(HANA_CLINIC, ST_MARY_HOSPITAL, MERIDIAN_PLAN, CARDS, KIM, OKAFOR);

  private Cast() {}
}
