package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

class DisclosureTest {

  private static final Place PLACE = new Place(0, 0);
  private static final StreamKeys KEYS = Samples.hospitalStream();
  private static final Content CONTENT = Samples.content(0);
  private static final List<Leaf> LEAVES = Samples.leaves(CONTENT);
  private static final SealedEntry SEALED = Samples.seal(KEYS, PLACE, CONTENT);
  private static final int NOT_DONE_HEAD = 8;

  private final DisclosureVerifier verifier =
      new DisclosureVerifier(Samples.VERIFIER, Samples.DEPLOYMENT);

  /** The entry stands among others in the statement. */
  private static EntrySignature signature() {
    List<EntryReference> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Hash32 hash = Digests.sha256(new byte[] {(byte) i});
      entries.add(i == 3 ? SEALED.reference() : new EntryReference(new Slot(hash), hash, hash));
    }
    MerkleTree tree = MerkleTree.ofEntries(Samples.HOSPITAL, entries);
    return new EntrySignature(Samples.anchor(entries), tree.inclusion(3));
  }

  private static Disclosure disclose(List<Integer> indexes) {
    try (OpenedManifest opened = Samples.open(KEYS, PLACE, SEALED);
        LeafSalts salts = opened.salts()) {
      ContentTree tree = ContentTree.of(LEAVES, salts);
      return Disclosure.of(
          Samples.HOSPITAL, opened.reference(), signature(), tree, indexes::contains);
    }
  }

  private String verify(Disclosure disclosure) {
    return switch (verifier.verify(disclosure, Samples.PATIENT)) {
      case Check.Passed() -> "";
      case Check.Failed(Fault fault) -> fault.code();
    };
  }

  @Property(tries = 60)
  void what_is_disclosed_verifies_after_a_journey(
      @ForAll @Size(max = 5) List<@IntRange(max = 12) Integer> indexes) throws RefusedException {
    assertThat(LEAVES).hasSize(12);
    Disclosure disclosure = disclose(indexes);
    Disclosure received = Disclosure.parse(disclosure.bytes());
    assertThat(verify(received)).isEmpty();
    assertThat(received.leaves()).isEqualTo(disclosure.leaves());
    assertThat(received.entry()).isEqualTo(SEALED.reference());
    assertThat(received.leaves()).extracting(ShownLeaf::leaf).contains(LEAVES.get(1));
    for (int index : indexes) {
      if (index < LEAVES.size()) {
        assertThat(received.leaves()).extracting(ShownLeaf::leaf).contains(LEAVES.get(index));
      }
    }
  }

  @Property(tries = 400)
  void one_flipped_bit_anywhere_refuses(@ForAll @IntRange int any) {
    byte[] bytes = disclose(List.of(4)).bytes();
    int bit = any % (8 * bytes.length);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    try {
      assertThat(verify(Disclosure.parse(bytes))).isNotEmpty();
    } catch (RefusedException e) {
      assertThat(e.fault().code()).startsWith("CS-SEAL-");
    }
  }

  @Test
  void an_altered_leaf_salt_path_or_statement_is_refused() {
    Disclosure disclosure = disclose(List.of(4));
    ShownLeaf last = disclosure.leaves().getLast();
    Leaf leaf = last.leaf();
    assertThat(
            verify(
                withLast(
                    disclosure,
                    new ShownLeaf(
                        new Leaf(leaf.resource(), leaf.pointer(), leaf.type(), "99"),
                        last.salt(),
                        last.place()))))
        .isEqualTo("CS-SEAL-16");
    assertThat(verify(withLast(disclosure, new ShownLeaf(leaf, Hash32.ZERO, last.place()))))
        .isEqualTo("CS-SEAL-16");
    List<Hash32> path = new ArrayList<>(last.place().path());
    path.set(2, Hash32.ZERO);
    InclusionProof other = new InclusionProof(last.place().index(), last.place().size(), path);
    assertThat(verify(withLast(disclosure, new ShownLeaf(leaf, last.salt(), other))))
        .isEqualTo("CS-SEAL-16");
    InclusionProof elsewhere =
        new InclusionProof(last.place().index() + 1, last.place().size(), last.place().path());
    assertThat(verify(withLast(disclosure, new ShownLeaf(leaf, last.salt(), elsewhere))))
        .isEqualTo("CS-SEAL-16");
    EntrySignature ofAnother =
        Samples.signature(new EntryReference(new Slot(Hash32.ZERO), Hash32.ZERO, Hash32.ZERO));
    assertThat(
            verify(
                new Disclosure(
                    Samples.HOSPITAL, disclosure.entry(), ofAnother, disclosure.leaves())))
        .isEqualTo("CS-SEAL-12");
    assertThat(
            verify(
                new Disclosure(
                    new OrganisationId(8),
                    disclosure.entry(),
                    disclosure.signature(),
                    disclosure.leaves())))
        .isEqualTo("CS-SEAL-11");
  }

  private static Disclosure withLast(Disclosure disclosure, ShownLeaf last) {
    List<ShownLeaf> leaves = new ArrayList<>(disclosure.leaves());
    leaves.set(leaves.size() - 1, last);
    return new Disclosure(
        disclosure.organisation(), disclosure.entry(), disclosure.signature(), leaves);
  }

  private static Disclosure without(Disclosure disclosure, int index) {
    List<ShownLeaf> leaves =
        disclosure.leaves().stream().filter(leaf -> leaf.place().index() != index).toList();
    return new Disclosure(
        disclosure.organisation(), disclosure.entry(), disclosure.signature(), leaves);
  }

  @Test
  void a_disclosure_about_another_patient_fails_the_subject_check() {
    PartyId somebodyElse = PartyId.ofPatient(TestKey.named("somebody else").publicKey());
    assertThat(verifier.verify(disclose(List.of(4)), somebodyElse))
        .isEqualTo(new Check.Failed(Faults.OTHER_SUBJECT));
  }

  @Test
  void a_disclosure_that_does_not_say_about_whom_is_refused() {
    assertThat(verify(without(disclose(List.of(4)), ContentLeaves.SUBJECT)))
        .isEqualTo("CS-SEAL-17");
  }

  /** Billing a procedure that was not done: the head leaf says so and cannot be left out. */
  @Test
  void a_few_elements_without_the_head_leaf_are_refused() {
    Disclosure disclosure = disclose(List.of(NOT_DONE_HEAD + 2));
    assertThat(verify(disclosure)).isEmpty();
    ShownLeaf head = disclosure.leaves().get(1);
    assertThat(head.place().index()).isEqualTo(NOT_DONE_HEAD);
    assertThat(head.leaf().value()).contains("not-done");
    assertThat(verify(without(disclosure, NOT_DONE_HEAD))).isEqualTo("CS-SEAL-18");
  }

  @Test
  void the_head_of_another_resource_does_not_stand_in() {
    Disclosure both = disclose(List.of(4, NOT_DONE_HEAD + 2));
    assertThat(verify(both)).isEmpty();
    assertThat(verify(without(both, NOT_DONE_HEAD))).isEqualTo("CS-SEAL-18");
  }

  @Test
  void a_nullifier_is_disclosed_with_the_head_of_its_resource() {
    int nullifier = 7;
    Disclosure disclosure = disclose(List.of(nullifier));
    assertThat(disclosure.leaves().getLast().leaf())
        .isEqualTo(Leaf.nullifier("Procedure/one", "/code/coding/0/code", Hash32.ZERO));
    assertThat(disclosure.leaves()).extracting(leaf -> leaf.leaf().isHead()).contains(true);
    assertThat(verify(disclosure)).isEmpty();
  }

  /** Both s and n − s verify; only the lower one has a form here, so that a file has one. */
  @Test
  void a_signature_with_a_high_s_is_refused() {
    Disclosure disclosure = disclose(List.of(4));
    byte[] bytes = disclosure.bytes();
    byte[] signature = disclosure.signature().signed().signature().bytes();
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    BigInteger high = order.subtract(new BigInteger(1, signature, 32, 32));
    String hex = HexFormat.of().formatHex(bytes);
    byte[] altered =
        HexFormat.of()
            .parseHex(
                hex.replace(
                    HexFormat.of().formatHex(signature, 32, 64),
                    HexFormat.of().formatHex(BigIntegers.asUnsignedByteArray(32, high))));
    assertThat(altered).isNotEqualTo(bytes);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Disclosure.parse(altered))
        .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo("CS-SEAL-15"));
  }

  @Test
  void a_leaf_shown_twice_or_from_another_tree_is_refused() {
    Disclosure disclosure = disclose(List.of(4));
    List<ShownLeaf> twice = new ArrayList<>(disclosure.leaves());
    twice.add(twice.getFirst());
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Disclosure(Samples.HOSPITAL, disclosure.entry(), disclosure.signature(), twice));
    ShownLeaf first = disclosure.leaves().getFirst();
    List<Hash32> longer = new ArrayList<>(first.place().path());
    longer.add(Hash32.ZERO);
    InclusionProof larger =
        new InclusionProof(first.place().index(), 2 * first.place().size(), longer);
    List<ShownLeaf> mixed = new ArrayList<>(disclosure.leaves());
    mixed.set(0, new ShownLeaf(first.leaf(), first.salt(), larger));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Disclosure(Samples.HOSPITAL, disclosure.entry(), disclosure.signature(), mixed));
  }

  @Test
  void a_body_in_another_form_is_refused() {
    for (String body :
        List.of(
            "[\"a\", \"b\",\"c\",\"d\"]",
            "[\"a\",\"b\",\"c\"]",
            "[\"a\",\"b\",\"c\",\"\\u0064\"]",
            "[\"a\",\"b\",\"c\",\"\\ud800\"]",
            "[\"a\",\"b\",\"c\",\"d\"] ",
            "[\"a\",\"b\",\"c\",\"d\"",
            "[\"a\",\"b\",\"c\",\"\\ux\"]",
            "[\"a\",\"b\",\"c\",1]",
            "",
            "[",
            "{}")) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> Leaf.parse(Samples.ascii(body)));
    }
    byte[] notUtf8 = Samples.ascii("[\"a\",\"b\",\"c\",\"?\"]");
    notUtf8[14] = (byte) 0xff;
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Leaf.parse(notUtf8));
  }

  @Property(tries = 300)
  void a_leafs_body_reads_as_it_was_written(
      @ForAll String one, @ForAll String two, @ForAll String three, @ForAll String four)
      throws RefusedException {
    Leaf leaf;
    try {
      leaf = new Leaf(one, two, three, four);
    } catch (IllegalArgumentException e) {
      assertThat(Arrays.asList(one, two, three, four))
          .anyMatch(text -> text.chars().anyMatch(c -> Character.isSurrogate((char) c)));
      return;
    }
    assertThat(Leaf.parse(leaf.body())).isEqualTo(leaf);
  }

  @Test
  void a_lone_surrogate_is_no_text() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Leaf("", "", "", "\ud800"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Leaf("\udc00\ud800", "", "", ""));
    assertThat(new Leaf("", "", "", "\ud83d\ude02").body())
        .hasSize("[\"\",\"\",\"\",\"\"]".length() + 4);
  }
}
