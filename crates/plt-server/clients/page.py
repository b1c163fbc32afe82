"""Tests the page of `plt serve` in a headless browser; fails with an assertion.

    pip install selenium
    python page.py http://127.0.0.1:8000 FOLDER [KEY]

Chromium and its driver must be installed (Debian: chromium, chromium-driver). Writes screenshots into the
folder: look at them. Pass a key only if the server requires one.
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


def until(condition, name):
    """Waits at most half a minute for a condition."""
    return WebDriverWait(driver, 30, poll_frequency=0.05).until(lambda _: condition(), name)


def facts(name):
    """Returns the names and values of a list in the sidebar."""
    terms, values = all_of(f"#{name} dt"), all_of(f"#{name} dd")
    assert len(terms) == len(values)
    return {term.text: value.text for term, value in zip(terms, values)}


def set_to(selector, value):
    one(selector).clear()
    one(selector).send_keys(value)


def running():
    """Returns the number of running requests that the page shows."""
    shown = driver.execute_script(
        "const at = [...document.querySelectorAll('#server dt')].find(t => t.textContent.startsWith('running'));"
        "return at?.nextSibling.textContent;")
    return int(shown.split(",")[0]) if shown else 0


def picture(name):
    assert driver.save_screenshot(str(FOLDER / f"{name}.png"))


try:
    driver.get(f"{URL}/")
    if KEY:
        until(lambda: "key" in one("#model").text.lower(), "the page asks for a key")
        picture("unauthorized")
        one("#key").send_keys(KEY, Keys.TAB)

    # The model and the state of the server.
    until(lambda: facts("card"), "the description of the model")
    card = facts("card")
    assert set(card) == {"loops", "window", "KV cache per token", "cache per sequence", "context"}, card
    assert one("#model").text not in ("", "…")
    looped = int(card["loops"].split()[0]) > 1
    until(lambda: facts("server"), "the state of the server")
    print(one("#model").text, card, facts("server"))

    # A response, token by token, shaded by the gates of the later loops.
    set_to("#tokens", "40")
    set_to("#temperature", "0")
    one("#text").send_keys("def fibonacci(n):", Keys.ENTER)
    until(lambda: all_of(".message.assistant small"), "the end of the response")
    spans = all_of(".message.assistant span")
    assert len(spans) > 5, len(spans)
    shades = [span.get_attribute("title") for span in spans if span.get_attribute("title")]
    assert bool(shades) == looped, "gates, if there are loops that have them"
    assert one("#legend").is_displayed() == looped
    assert all("loop 1: 0." in shade or "loop 1: 1." in shade for shade in shades), shades
    assert "prompt tokens" in one(".message.assistant small").text
    assert one("#send").is_displayed() and not one("#stop").is_displayed()
    picture("response")

    # Input and output are text, never HTML.
    one("#text").send_keys("<img src=x onerror=alert(1)><b>bold</b>", Keys.ENTER)
    until(lambda: len(all_of(".message.assistant small")) == 2, "the second response")
    assert not all_of("#chat img, #chat b, #chat script")
    assert all_of(".message.user")[1].text == "<img src=x onerror=alert(1)><b>bold</b>"

    # An error of the server is shown, and the next message works.
    set_to("#temperature", "-5")
    driver.execute_script("document.getElementById('prompt').noValidate = true")
    one("#text").send_keys("colder", Keys.ENTER)
    until(lambda: all_of(".message.error"), "an error")
    assert "temperature" in one(".message.error").text, one(".message.error").text
    picture("error")
    set_to("#temperature", "1")

    # The stop button ends a response, here at its third token, and cancels the request.
    driver.execute_script(
        "new MutationObserver((_, observer) => {"
        "  const last = [...document.querySelectorAll('.message.assistant')].at(-1);"
        "  if (!last || last.querySelector('small') || last.querySelectorAll('span').length < 3) return;"
        "  observer.disconnect();"
        "  window.offered = document.getElementById('stop').offsetParent !== null;"
        "  document.getElementById('stop').click();"
        "}).observe(document.getElementById('chat'), { childList: true, subtree: true });")
    # A new chat: in a small context the old one might leave no room for 200 tokens.
    one("#clear").click()
    set_to("#tokens", "200")
    one("#text").send_keys("def", Keys.ENTER)
    until(lambda: driver.execute_script("return window.offered"), "the stop button")
    until(lambda: one("#send").is_displayed(), "the end of the response")
    assert len(all_of(".message.assistant")) == 1
    stopped = all_of(".message.assistant")[-1]
    assert 3 <= len(stopped.find_elements(By.TAG_NAME, "span")) < 200
    assert not stopped.find_elements(By.TAG_NAME, "small"), "token counts of an incomplete response"
    until(lambda: running() == 0, "the end of the request")

    one("#clear").click()
    assert not all_of(".message")
    set_to("#tokens", "5")
    one("#text").send_keys("Once more", Keys.ENTER)
    until(lambda: len(all_of(".message.assistant small")) == 1, "a response in a new chat")

    # On a narrow screen nothing is wider than the screen and nothing overlaps.
    driver.set_window_size(500, 900)
    width, screen = driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert width <= screen, (width, screen)
    form, aside, chat = one("form").rect, one("aside").rect, one("#chat").rect
    assert form["y"] + form["height"] <= aside["y"], (form, aside)
    assert chat["y"] + chat["height"] <= form["y"] and chat["height"] > 300, (chat, form)
    picture("narrow")

    # Nothing was loaded from another server, and no script failed. (Browsers also log the server's errors
    # and advice.)
    origins = driver.execute_script(
        "return performance.getEntriesByType('resource').map(entry => new URL(entry.name).origin)")
    assert set(origins) <= {URL}, set(origins)
    log = driver.get_log("browser")
    log = [entry for entry in log if entry["source"] not in ("network", "recommendation")]
    assert not log, log
    print("the page works; screenshots in", FOLDER)
finally:
    driver.quit()
