SELECT (SELECT count(*) FROM article WHERE state = 'inbox' AND trashed_at IS NULL) AS inbox,
       (SELECT count(*) FROM article WHERE state = 'inbox' AND trashed_at IS NULL AND read_at IS NULL) AS unread,
       (SELECT count(*) FROM article WHERE state = 'later' AND trashed_at IS NULL) AS later,
       (SELECT count(*) FROM article WHERE state = 'archive' AND trashed_at IS NULL) AS archive,
       (SELECT count(*) FROM article WHERE trashed_at IS NOT NULL) AS trash,
       (SELECT count(*) FROM risk WHERE trashed_at IS NULL) AS risks,
       (SELECT count(*) FROM brief WHERE trashed_at IS NULL) AS briefs
