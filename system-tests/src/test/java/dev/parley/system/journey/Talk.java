package dev.parley.system.journey;

import dev.parley.testing.TestingAccount;
import java.util.List;

/** Two people who look at their conversation with each other, each on a page of their own. */
record Talk(ChatPage adas, ChatPage bobs) {

  static Talk between(TestingAccount ada, TestingAccount bob, Visitors visitors) {
    return between(ada, visitors.logIn(ada), bob, visitors);
  }

  /**
   * @param adas where ada has logged in
   */
  static Talk between(TestingAccount ada, ChatPage adas, TestingAccount bob, Visitors visitors) {
    ChatPage bobs = visitors.logIn(bob);
    bobs.finds(ada.username());
    adas.finds(bob.username());
    return new Talk(adas, bobs);
  }

  List<ChatPage> pages() {
    return List.of(adas, bobs);
  }

  void bothSeeOnce(String text) {
    pages().forEach(page -> page.seesOnce(text));
  }
}
