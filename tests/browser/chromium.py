"""Chromium's driver; a test module that imports it is skipped where the playwright package is missing."""

import pytest

pytest.importorskip("playwright", reason="the playwright package is missing (pip install -e .[test])")

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

__all__ = ["Browser", "Locator", "Page", "async_playwright", "expect"]
