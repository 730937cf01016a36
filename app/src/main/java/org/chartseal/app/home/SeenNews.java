package org.chartseal.app.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which news each person of this home has seen: {@code seen.json}. It holds names of claims and
 * requests, and nothing of what they say.
 */
public final class SeenNews {

  private static final int VERSION = 1;

  /** The file. */
  record Content(int version, List<Person> people) {}

  /** What one person has seen. */
  record Person(String alias, List<String> news) {}

  private final HomeFolder home;
  private final JsonFile<Content> file;

  public SeenNews(HomeFolder home) {
    this.home = home;
    this.file = new JsonFile<>(home.root().resolve("seen.json"), VERSION, Content.class);
  }

  /** What a person has seen of what there was when they last looked. */
  public Set<String> of(String alias) throws HomeException {
    Set<String> news = new TreeSet<>();
    for (Person person : people()) {
      if (person.alias().equals(alias)) {
        news.addAll(person.news());
      }
    }
    return news;
  }

  /** Notes all that a person has seen; what is not there any more is forgotten. */
  public void put(String alias, Set<String> news) throws HomeException {
    try (HomeLock _ = HomeLock.take(home)) {
      List<Person> people = new ArrayList<>(people());
      people.removeIf(person -> person.alias().equals(alias));
      people.add(new Person(alias, List.copyOf(new TreeSet<>(news))));
      file.write(new Content(VERSION, people));
    }
  }

  private List<Person> people() throws HomeException {
    return file.read().map(Content::people).orElse(List.of());
  }
}
