"""The Scrapy project: which outlets there are and how their pages are fetched."""
