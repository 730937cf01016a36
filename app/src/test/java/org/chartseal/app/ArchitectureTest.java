package org.chartseal.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

@AnalyzeClasses(
    packages = "org.chartseal",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  /** What a module's tests lend to another's comes in a jar of its own. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String SIGNING = "org.chartseal.signing..";
  private static final String SERVICES = "org.chartseal.services..";
  private static final String VIEWS = "org.chartseal.views..";
  private static final String APP = "org.chartseal.app..";

  private static final String[] JAVAFX = {
    "javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."
  };
  private static final String[] WEB3J = {"org.web3j.."};
  private static final String[] FHIR = {"ca.uhn.fhir..", "org.hl7.fhir.."};

  @ArchTest
  static final ArchRule signing_stands_alone =
      noClasses()
          .that()
          .resideInAPackage(SIGNING)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(SERVICES, VIEWS, APP)
                  .or(resideInAnyPackage(JAVAFX))
                  .or(resideInAnyPackage(WEB3J))
                  .or(resideInAnyPackage(FHIR)))
          .allowEmptyShould(true)
          .because("what touches keys is small and can be reviewed, and replaced, by itself");

  @ArchTest
  static final ArchRule services_know_nothing_above_them =
      noClasses()
          .that()
          .resideInAPackage(SERVICES)
          .should()
          .dependOnClassesThat(resideInAnyPackage(VIEWS, APP).or(resideInAnyPackage(JAVAFX)))
          .allowEmptyShould(true)
          .because("services are plain code that a test or a command line can call");

  @ArchTest
  static final ArchRule views_know_nothing_above_them =
      noClasses()
          .that()
          .resideInAPackage(VIEWS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(APP)
          .allowEmptyShould(true)
          .because("the composition root alone knows how screens are wired");

  @ArchTest
  static final ArchRule only_the_ledger_speaks_web3j =
      noClasses()
          .that()
          .resideOutsideOfPackage("..ledger.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WEB3J)
          .because("the chain's library is replaced, and its types checked, in one place");

  @ArchTest
  static final ArchRule only_the_clinical_domain_speaks_hapi =
      noClasses()
          .that()
          .resideOutsideOfPackage("..clinical.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FHIR)
          .because("FHIR is parsed strictly in one place, and its mutable types stay there");

  @ArchTest
  static final ArchRule views_do_no_io =
      noClasses()
          .that()
          .resideInAPackage(VIEWS)
          .and()
          .resideOutsideOfPackage("..views.kit.files")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net..", "java.nio.channels..", "java.sql..", "javax.smartcardio..")
                  .and(DescribedPredicate.not(named("java.net.URL", "java.net.URI")))
                  .or(
                      named(
                          "java.nio.file.Files",
                          "java.io.File",
                          "java.io.FileInputStream",
                          "java.io.FileOutputStream",
                          "java.io.RandomAccessFile")))
          .allowEmptyShould(true)
          .because(
              "a window that waits for a disk or a network is frozen; kit.files turns the toolkit's files into paths and opens none");

  @ArchTest
  static final ArchRule screens_do_not_import_one_another =
      slices()
          .matching("org.chartseal.views.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage("..views.kit.."))
          // A picture of a life, that belongs to no screen.
          .ignoreDependency(alwaysTrue(), resideInAPackage("..views.timeline.."))
          .because("who looks for a screen finds all of it in one folder; what two need is in kit");

  @ArchTest
  static final ArchRule the_app_holds_no_screens =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene.control..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
          .because("screens belong to views");

  @ArchTest
  static final ArchRule what_is_internal_stays_in_its_domain =
      classes()
          .that()
          .resideOutsideOfPackage(APP)
          .should(useNoOtherDomainsInternals())
          .because("a domain is used by its records, interfaces and results; app alone wires it");

  @ArchTest
  static final ArchRule signing_and_services_do_not_print =
      noClasses()
          .that()
          .resideInAnyPackage(SIGNING, SERVICES)
          .should(accessField(System.class, "out").or(accessField(System.class, "err")))
          .allowEmptyShould(true)
          .because("what a user reads is said by a screen or a command, in their language");

  @ArchTest
  static final ArchRule signing_and_services_log_through_slf4j =
      noClasses()
          .that()
          .resideInAnyPackage(SIGNING, SERVICES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .allowEmptyShould(true)
          .because("one log, whose lines hold no patient data, is kept in one place");

  @ArchTest
  static final ArchRule threads_come_from_executors =
      noClasses()
          .should(
              callConstructorWhere(
                  JavaConstructorCall.Predicates.target(
                      owner(JavaClass.Predicates.assignableTo(Thread.class)))))
          .because(
              "virtual threads do I/O and bounded pools cryptography; nothing else starts any");

  private static DescribedPredicate<JavaClass> named(String... names) {
    return new DescribedPredicate<>("are " + String.join(", ", names)) {
      @Override
      public boolean test(JavaClass type) {
        return Set.of(names).contains(type.getName());
      }
    };
  }

  private static ArchCondition<JavaClass> useNoOtherDomainsInternals() {
    return new ArchCondition<>("use the internals of no other domain") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName() + ".";
          int internal = target.indexOf(".internal.");
          if (target.startsWith("org.chartseal.")
              && internal >= 0
              && !(type.getPackageName() + ".").startsWith(target.substring(0, internal + 1))) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }
}
