package dev.parley.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.system.journey.ChatPage.Visibility;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rooms, as a team uses them. */
@WithStack
@WithBrowser
class RoomJourneyTest {

  @RegisterExtension final Visitors visitors;
  private final TestingAccount ada;
  private final TestingAccount bob;
  private final String room = "ops-" + RandomLetters.of(8);

  RoomJourneyTest(RunningStack stack, Browser browser) {
    visitors = new Visitors(browser, stack.edge());
    ada = visitors.account("ada");
    bob = visitors.account("bob");
  }

  @Test
  void whoIsAddedToANewRoomFindsItInTheSidebarAndTalksThere() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PRIVATE, bob.username());
    adas.seesInLog(ada.username() + " created this room");
    adas.says("welcome, " + bob.username());
    assertThat(bobs.row(room)).hasAccessibleName(Pattern.compile("unread"));
    bobs.opensRoom(room);
    bobs.seesOnce("welcome, " + bob.username());
    assertThat(bobs.row(room)).not().hasAccessibleName(Pattern.compile("unread"));
    bobs.says("thank you");
    adas.seesOnce("thank you");
    bobs.reload();
    bobs.seesOnce("welcome, " + bob.username());
    bobs.seesInLog(ada.username() + " added " + bob.username());
    visitors.assertNoComplaints();
  }

  @Test
  void aPublicRoomIsFoundByNameJoinedAndLeft() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PUBLIC);
    bobs.joinsRoom(room);
    adas.seesInLog(bob.username() + " joined");
    bobs.button("Room settings").click();
    bobs.button("Leave this room").click();
    ChatPage.visible(bobs.page().getByLabel("Message to Global"));
    assertThat(bobs.row(room)).hasCount(0);
    adas.seesInLog(bob.username() + " left");
    visitors.assertNoComplaints();
  }

  @Test
  void aPrivateRoomDoesNotExistForOthersNotEvenByItsLink() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PRIVATE);
    bobs.button("Browse all rooms").click();
    bobs.page().getByLabel("Name of a room").fill(room);
    ChatPage.visible(bobs.page().getByText("No rooms with that name."));
    String link = adas.page().url();
    String linkToNone = link.replaceFirst("room-\\d+$", "room-9007199254740991");
    for (String address : List.of(link, linkToNone)) {
      bobs.page().navigate(address);
      ChatPage.visible(bobs.page().getByText("You aren’t in this room"));
      assertThat(bobs.button("Join")).hasCount(0);
      assertThat(bobs.page().locator("body")).not().containsText(room);
    }
  }

  /** Nothing of it stays on the page of somebody who was removed. */
  @Test
  void whoIsRemovedSeesTheRoomNoLonger() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PRIVATE, bob.username());
    adas.says("before");
    bobs.opensRoom(room);
    bobs.seesOnce("before");
    adas.removes(bob.username());
    adas.says("after");
    ChatPage.visible(bobs.page().getByText("You aren’t in this room"));
    assertThat(bobs.row(room)).hasCount(0);
    bobs.doesNotSee("before");
    bobs.doesNotSee("after");
  }

  @Test
  void aRoomIsRenamedArchivedAndBroughtBack() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PRIVATE, bob.username());
    bobs.opensRoom(room);
    adas.button("Room settings").click();
    Locator form =
        adas.page().getByRole(AriaRole.FORM, new GetByRoleOptions().setName("Room settings"));
    form.getByLabel("Name").fill(room + "-new");
    form.getByLabel("Topic").fill("Who fixes what");
    adas.button("Save").click();
    ChatPage.visible(bobs.heading(room + "-new"));
    ChatPage.visible(bobs.page().getByText("Who fixes what"));
    adas.button("Archive this room").click();
    ChatPage.visible(bobs.page().getByText("This room is archived."));
    assertThat(bobs.field()).hasCount(0);
    adas.button("Bring this room back").click();
    ChatPage.visible(bobs.field());
    visitors.assertNoComplaints();
  }

  @Test
  void aRoomWhoseNameWasTakenMeanwhileComesBackUnderAnotherOne() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PUBLIC);
    adas.button("Room settings").click();
    adas.button("Archive this room").click();
    ChatPage.visible(adas.button("Bring this room back"));
    bobs.createsRoom(room, Visibility.PUBLIC);
    adas.button("Bring this room back").click();
    ChatPage.visible(adas.page().getByText("Another room has this name"));
    adas.page()
        .getByRole(AriaRole.FORM, new GetByRoleOptions().setName("Bring this room back"))
        .getByLabel("Name")
        .fill(room + "-again");
    adas.button("Bring this room back").click();
    ChatPage.visible(adas.button("Archive this room"));
    adas.page().keyboard().press("Escape");
    ChatPage.visible(adas.heading(room + "-again"));
    ChatPage.visible(adas.field());
  }

  /** Neither while the page is open nor after it was loaded anew, on whatever device. */
  @Test
  void whatWasDeletedBeforeItWasReadIsNotUnread() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    ChatPage phone = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PRIVATE, bob.username());
    Pattern unread = Pattern.compile("unread");
    post(adas, "the first");
    delete(adas, post(adas, "the last"));
    for (ChatPage page : List.of(bobs, phone)) {
      assertThat(page.row(room)).hasAccessibleName(unread);
    }
    bobs.opensRoom(room);
    bobs.seesOnce("the first");
    for (ChatPage page : List.of(bobs, phone)) {
      assertThat(page.row(room)).not().hasAccessibleName(unread);
      page.reload();
      assertThat(page.row(room)).not().hasAccessibleName(unread);
    }
    bobs.opensGlobal();
    long last = post(adas, "not for long");
    assertThat(bobs.row(room)).hasAccessibleName(unread);
    delete(adas, last);
    for (ChatPage page : List.of(bobs, phone)) {
      assertThat(page.row(room)).not().hasAccessibleName(unread);
    }
    bobs.reload();
    assertThat(bobs.row(room)).not().hasAccessibleName(unread);
  }

  private long post(ChatPage in, String text) {
    Map<String, Object> post = Map.of("type", "post", "content", text);
    return ada.me().post(events(in), post).expect(200).json().get("seq").longValue();
  }

  private void delete(ChatPage in, long message) {
    ada.me().post(events(in), Map.of("type", "delete", "target", message)).expect(200);
  }

  /** Of the room that is open there. */
  private static String events(ChatPage page) {
    String url = page.page().url();
    return "/conversations/" + url.substring(url.lastIndexOf('/') + 1) + "/events";
  }

  @Test
  void theLastOwnerNamesAnotherOneBeforeLeaving() {
    ChatPage adas = visitors.logIn(ada);
    ChatPage bobs = visitors.logIn(bob);
    adas.createsRoom(room, Visibility.PRIVATE, bob.username());
    bobs.opensRoom(room);
    adas.button("Room settings").click();
    adas.button("Leave this room").click();
    adas.page().getByLabel("New owner").selectOption(bob.username());
    adas.button("Leave this room").click();
    assertThat(adas.row(room)).hasCount(0);
    bobs.seesInLog(ada.username() + " left");
    bobs.button("Room settings").click();
    ChatPage.visible(bobs.button("Archive this room"));
  }

  @Test
  void aNameThatIsTakenIsRefusedInTheWindow() {
    ChatPage adas = visitors.logIn(ada);
    adas.createsRoom(room, Visibility.PUBLIC);
    adas.button("Create a room").first().click();
    Locator form =
        adas.page().getByRole(AriaRole.FORM, new GetByRoleOptions().setName("Create a room"));
    form.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill(room);
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create a room"))
        .click();
    ChatPage.visible(form.getByText("Another room has this name"));
  }

  @Test
  void everyWindowOfARoomIsAccessible() {
    ChatPage adas = visitors.logIn(ada);
    adas.createsRoom(room, Visibility.PUBLIC);
    adas.says("something");
    for (String window :
        List.of("Members", "Room settings", "Pinned messages", "Browse all rooms")) {
      adas.button(window).click();
      ChatPage.visible(adas.page().getByRole(AriaRole.DIALOG));
      assertEquals(List.of(), Axe.findings(adas.page()), window);
      adas.page().keyboard().press("Escape");
    }
  }
}
