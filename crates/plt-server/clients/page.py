"""The page of `plt serve` in a real browser, headless; an assertion where it fails.

    pip install selenium
    python page.py http://127.0.0.1:8000 FOLDER [KEY]

Chromium and its driver must be installed (Debian: chromium, chromium-driver). Leaves screenshots in the
folder: look at them. With a key, the server must be one that asks for it.
"""

import shutil
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

URL, FOLDER = sys.argv[1].rstrip("/"), Path(sys.argv[2])
KEY = sys.argv[3] if len(sys.argv) > 3 else None
FOLDER.mkdir(parents=True, exist_ok=True)

options = webdriver.ChromeOptions()
for argument in ["--headless=new", "--no-sandbox", "--window-size=1200,800"]:
    options.add_argument(argument)
options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
options.binary_location = shutil.which("chromium")
driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))


def one(selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def all_of(selector):
    return driver.find_elements(By.CSS_SELECTOR, selector)


def until(what, says):
    """Waits half a minute for this to be so."""
    return WebDriverWait(driver, 30, poll_frequency=0.05).until(lambda _: what(), says)


def facts(name):
    """The names and values of one of the lists at the side."""
    terms, values = all_of(f"#{name} dt"), all_of(f"#{name} dd")
    assert len(terms) == len(values)
    return {term.text: value.text for term, value in zip(terms, values)}


def set_to(selector, value):
    one(selector).clear()
    one(selector).send_keys(value)


def running():
    """Requests that the page says are running."""
    shown = driver.execute_script(
        "const at = [...document.querySelectorAll('#now dt')].find(t => t.textContent.startsWith('running'));"
        "return at?.nextSibling.textContent;")
    return int(shown.split(",")[0]) if shown else 0


def picture(name):
    assert driver.save_screenshot(str(FOLDER / f"{name}.png"))


try:
    driver.get(f"{URL}/")
    if KEY:
        until(lambda: "key" in one("#model").text.lower(), "the page says that a key is needed")
        picture("refused")
        one("#key").send_keys(KEY, Keys.TAB)

    # What the model is, and how the server is doing.
    until(lambda: facts("card"), "the model's card")
    card = facts("card")
    assert set(card) == {"loops", "window", "cache a token", "cache a sequence", "context"}, card
    assert one("#model").text not in ("", "…")
    looped = int(card["loops"].split()[0]) > 1
    until(lambda: facts("now"), "the server's state")
    print(one("#model").text, card, facts("now"))

    # An answer, token by token, shaded by the gates of the later loops.
    set_to("#tokens", "40")
    set_to("#temperature", "0")
    one("#text").send_keys("def fibonacci(n):", Keys.ENTER)
    until(lambda: all_of(".said.assistant small"), "the end of the answer")
    spans = all_of(".said.assistant span")
    assert len(spans) > 5, len(spans)
    shades = [span.get_attribute("title") for span in spans if span.get_attribute("title")]
    assert bool(shades) == looped, "gates, if there are loops that have them"
    assert one("#legend").is_displayed() == looped
    assert all("loop 1: 0." in shade or "loop 1: 1." in shade for shade in shades), shades
    assert "tokens in" in one(".said.assistant small").text
    assert one("#send").is_displayed() and not one("#stop").is_displayed()
    picture("answer")

    # What is typed and what is said are text, never HTML.
    one("#text").send_keys("<img src=x onerror=alert(1)><b>bold</b>", Keys.ENTER)
    until(lambda: len(all_of(".said.assistant small")) == 2, "the second answer")
    assert not all_of("#talk img, #talk b, #talk script")
    assert all_of(".said.user")[1].text == "<img src=x onerror=alert(1)><b>bold</b>"

    # What the server refuses is said, and the next message works.
    set_to("#temperature", "-5")
    driver.execute_script("document.getElementById('ask').noValidate = true")
    one("#text").send_keys("colder", Keys.ENTER)
    until(lambda: all_of(".said.error"), "an error")
    assert "temperature" in one(".said.error").text, one(".said.error").text
    picture("error")
    set_to("#temperature", "1")

    # An answer stops when told to, here with its third token, and leaves nothing behind.
    driver.execute_script(
        "new MutationObserver((_, observer) => {"
        "  const last = [...document.querySelectorAll('.said.assistant')].at(-1);"
        "  if (!last || last.querySelector('small') || last.querySelectorAll('span').length < 3) return;"
        "  observer.disconnect();"
        "  window.offered = document.getElementById('stop').offsetParent !== null;"
        "  document.getElementById('stop').click();"
        "}).observe(document.getElementById('talk'), { childList: true, subtree: true });")
    # A chat so far might leave a small context no room for as many.
    one("#anew").click()
    set_to("#tokens", "200")
    one("#text").send_keys("def", Keys.ENTER)
    until(lambda: driver.execute_script("return window.offered"), "a button to stop")
    until(lambda: one("#send").is_displayed(), "the end after the button")
    assert len(all_of(".said.assistant")) == 1
    stopped = all_of(".said.assistant")[-1]
    assert 3 <= len(stopped.find_elements(By.TAG_NAME, "span")) < 200
    assert not stopped.find_elements(By.TAG_NAME, "small"), "counts of what was not finished"
    until(lambda: running() == 0, "nothing runs")

    one("#anew").click()
    assert not all_of(".said")
    set_to("#tokens", "5")
    one("#text").send_keys("Once more", Keys.ENTER)
    until(lambda: len(all_of(".said.assistant small")) == 1, "an answer after all that")

    # On a telephone nothing is wider than the screen, and nothing lies on something else.
    driver.set_window_size(500, 900)
    width, screen = driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert width <= screen, (width, screen)
    form, aside, talk = one("form").rect, one("aside").rect, one("#talk").rect
    assert form["y"] + form["height"] <= aside["y"], (form, aside)
    assert talk["y"] + talk["height"] <= form["y"] and talk["height"] > 300, (talk, form)
    picture("narrow")

    # Nothing came from elsewhere, and no script failed. (Refusals of the server are logged as errors, and
    # advice as well.)
    origins = driver.execute_script(
        "return performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin)")
    assert set(origins) <= {URL}, set(origins)
    log = driver.get_log("browser")
    log = [entry for entry in log if entry["source"] not in ("network", "recommendation")]
    assert not log, log
    print("the page works; screenshots in", FOLDER)
finally:
    driver.quit()
